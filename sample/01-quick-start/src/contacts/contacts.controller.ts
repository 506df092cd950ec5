import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreateContactDto, FindContactsQuery, UpdateContactDto } from './contact.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  findAll(@Query() query: FindContactsQuery) {
    return this.contacts.findAll(query);
  }

  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.contacts.findOne(id);
  }

  @Post()
  create(@Body() contact: CreateContactDto) {
    return this.contacts.create(contact);
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() changes: UpdateContactDto) {
    return this.contacts.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return this.contacts.remove(id);
  }
}
