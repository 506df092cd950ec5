import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiRefusals } from '../common/api-refusals.decorator.js';
import {
  ContactDto,
  ContactSummaryDto,
  CreateContactDto,
  FindContactsQuery,
  UpdateContactDto,
} from './contact.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('contacts')
@ApiRefusals()
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @ApiOperation({ summary: 'List contacts, by last name' })
  @ApiOkResponse({ type: [ContactSummaryDto] })
  findAll(@Query() query: FindContactsQuery): Promise<ContactSummaryDto[]> {
    return this.contacts.findAll(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a contact with its account' })
  @ApiOkResponse({ type: ContactDto })
  findOne(@Param('id') id: string): Promise<ContactDto> {
    return this.contacts.findOne(id);
  }

  @Post()
  @ApiOperation({ summary: 'Create a contact' })
  @ApiCreatedResponse({ type: ContactDto })
  create(@Body() contact: CreateContactDto): Promise<ContactDto> {
    return this.contacts.create(contact);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a contact; null clears a field' })
  @ApiOkResponse({ type: ContactDto })
  update(@Param('id') id: string, @Body() changes: UpdateContactDto): Promise<ContactDto> {
    return this.contacts.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a contact' })
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.contacts.remove(id);
  }
}
