import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateOpportunityDto, FindOpportunitiesQuery, UpdateOpportunityDto } from './opportunity.dto.js';
import { OpportunitiesService } from './opportunities.service.js';

@ApiTags('opportunities')
@Controller('opportunities')
export class OpportunitiesController {
  constructor(private readonly opportunities: OpportunitiesService) {}

  @Get()
  findAll(@Query() query: FindOpportunitiesQuery) {
    return this.opportunities.findAll(query);
  }

  @Get('pipeline')
  pipeline() {
    return this.opportunities.pipeline();
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.opportunities.findOne(id);
  }

  @Post()
  create(@Body() opportunity: CreateOpportunityDto) {
    return this.opportunities.create(opportunity);
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() changes: UpdateOpportunityDto) {
    return this.opportunities.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return this.opportunities.remove(id);
  }
}
